import{parts as r}from"./search.js";export const{SITE,result}=r["result.js"];
