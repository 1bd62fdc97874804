import{parts as s}from"./search.js";export const{matches,places,withPhrase,count,newest,rank,guesses}=s["rank.js"];
