/** Screens of the référent: the diagnosis, the persons accompanied, the delays of the orientation. */
package fr.jalon.web.accompagnement;
