// Remembers the reader's settings and copies. Every control works, and every word is there, without it.
(function(){var k="warraq",d=document,r=d.documentElement,p={};try{p=JSON.parse(localStorage.getItem(k))||{}}catch(e){}
if(/^theme-(dark|light)$/.test(p.theme))r.dataset.theme=p.theme.slice(6);
addEventListener("DOMContentLoaded",function(){for(var n in p){var i=d.getElementById(p[n]);if(i)i.checked=true}delete r.dataset.theme;
d.addEventListener("change",function(e){var i=e.target;if(i.closest(".settings")){p[i.name]=i.id;try{localStorage.setItem(k,JSON.stringify(p))}catch(e){}}});
if(navigator.clipboard)d.querySelectorAll("[data-copy]").forEach(function(b){b.hidden=false;b.onclick=function(){var s=getSelection(),c=b.dataset.copy,t=c?d.getElementById(c).innerText:location.href.split("#")[0]+"#:~:text="+encodeURIComponent(b.q||"");navigator.clipboard.writeText(t).then(function(){b.textContent=b.dataset.done})}})});
d.addEventListener("keydown",function(e){var b=d.querySelector(".search input");if(b&&e.key=="/"&&!e.ctrlKey&&!e.metaKey&&!e.altKey&&!/^(INPUT|TEXTAREA|SELECT)$/.test(e.target.tagName)){e.preventDefault();b.focus()}});
function use(n,f,a){var b=d.querySelector("[data-module]");if(b)import(new URL(n,new URL(b.dataset.module,location))).then(function(m){m[f](a)})}
d.addEventListener("input",function(e){var f=e.target.form;if(f&&f.dataset.module&&!f.used){f.used=true;use("box.js","open",f)}});
var q=new URLSearchParams(location.search).get("mark");if(q)addEventListener("DOMContentLoaded",function(){use("marks.js","show",q)})})();
