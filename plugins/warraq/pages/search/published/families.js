import{parts as s}from"./search.js";export const{lengthAs,SOMEWHERE,isRest,wholly,family}=s["families.js"];
