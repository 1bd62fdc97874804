import{parts as s}from"./search.js";export const{LETTERS,WORDS,OR,NUMBERED,tokensOf,hasOr,isPlain,plainly}=s["plain.js"];
