import{parts as n}from"./search.js";export const{NEAR,nearness,PHRASE,NONE,word,formsOf,known,widen,isSynonym,isNamed,concept}=n["words.js"];
