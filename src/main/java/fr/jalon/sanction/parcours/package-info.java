/** The path of a breach: its steps, delegates, letters, and the facts that it hears. */
@NamedInterface("parcours")
package fr.jalon.sanction.parcours;

import org.springframework.modulith.NamedInterface;
