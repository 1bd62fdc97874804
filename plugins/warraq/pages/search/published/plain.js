import{parts as i}from"./search.js";export const{LETTERS,WORDS,OR,NUMBERED,tokensOf,isPlain,plainly}=i["plain.js"];
