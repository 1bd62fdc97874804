import{parts as e}from"./search.js";export const{remembered,lettered,json,bytes,open,hash,facets,text,said}=e["store.js"];
