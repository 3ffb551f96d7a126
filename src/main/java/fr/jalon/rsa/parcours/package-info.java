/** The path of a claim for RSA: its steps, delegates, letters, and the facts that it hears. */
@NamedInterface("parcours")
package fr.jalon.rsa.parcours;

import org.springframework.modulith.NamedInterface;
