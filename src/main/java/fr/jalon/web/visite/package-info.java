/** The front desk: visits noted at speed, their receipts, the first answers counted. */
package fr.jalon.web.visite;
