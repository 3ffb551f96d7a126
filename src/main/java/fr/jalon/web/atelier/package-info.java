/** Models of process owners: what is in service, what waits for a second person, what a draft changes. */
package fr.jalon.web.atelier;
