/** The path of a funding of training: its steps, delegates, letters, and its question to the CAI. */
@NamedInterface("parcours")
package fr.jalon.formation.parcours;

import org.springframework.modulith.NamedInterface;
