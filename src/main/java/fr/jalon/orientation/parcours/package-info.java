/** The path of an orientation and of the contract: its steps, delegates, letters, and the facts that it hears. */
@NamedInterface("parcours")
package fr.jalon.orientation.parcours;

import org.springframework.modulith.NamedInterface;
