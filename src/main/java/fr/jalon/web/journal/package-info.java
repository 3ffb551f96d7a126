/** The audit, for the DPO. */
package fr.jalon.web.journal;
