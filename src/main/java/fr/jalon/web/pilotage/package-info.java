/** The managers' page: what is late, what will be, why; lists behind the numbers for whom they are open. */
package fr.jalon.web.pilotage;
