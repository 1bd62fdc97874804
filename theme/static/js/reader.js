// Remembers the reader's settings and copies. Every control works, and every word is there, without it.
(function(){var k="warraq",d=document,r=d.documentElement,p={};try{p=JSON.parse(localStorage.getItem(k))||{}}catch(e){}
if(/^theme-(dark|light)$/.test(p.theme))r.dataset.theme=p.theme.slice(6);
addEventListener("DOMContentLoaded",function(){for(var n in p){var i=d.getElementById(p[n]);if(i)i.checked=true}delete r.dataset.theme;
d.addEventListener("change",function(e){var i=e.target;if(i.closest(".settings")){p[i.name]=i.id;try{localStorage.setItem(k,JSON.stringify(p))}catch(e){}}});
if(navigator.clipboard)d.querySelectorAll("[data-copy]").forEach(function(b){b.hidden=false;b.onclick=function(){var s=getSelection(),c=b.dataset.copy,t=c?d.getElementById(c).innerText:location.href.split("#")[0]+"#:~:text="+encodeURIComponent(b.q||"");navigator.clipboard.writeText(t).then(function(){b.textContent=b.dataset.done})}})})})();
