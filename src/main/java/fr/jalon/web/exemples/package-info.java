/** The page of examples: every component of the screens in each state, with invented data. The tests check it. */
package fr.jalon.web.exemples;
