/** The path of a referral to a partner: its steps, delegates, letters, and the facts that it hears. */
@NamedInterface("parcours")
package fr.jalon.prescription.parcours;

import org.springframework.modulith.NamedInterface;
