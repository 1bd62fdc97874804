import{parts as r}from"./search.js";export const{marks,excerpt}=r["excerpt.js"];
