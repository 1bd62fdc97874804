import{parts as s}from"./search.js";export const{senses}=s["senses.js"];
