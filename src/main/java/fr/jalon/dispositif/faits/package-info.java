/** Facts that cross dispositifs: one publishes, another hears. */
@NamedInterface("faits")
package fr.jalon.dispositif.faits;

import org.springframework.modulith.NamedInterface;
