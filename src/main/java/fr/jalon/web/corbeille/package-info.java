/** The task queues. */
package fr.jalon.web.corbeille;
