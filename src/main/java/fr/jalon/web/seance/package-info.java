/** Sessions of the instances: preparation, holding, minutes; the pack of each member. */
package fr.jalon.web.seance;
