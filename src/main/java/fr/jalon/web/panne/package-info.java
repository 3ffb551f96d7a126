/** What Jalon answers while something around it is broken, and how it tells those who watch it. */
package fr.jalon.web.panne;
