/**
 * Referrals of persons to partners: informed consent, the least data that each kind of partner needs, the partner's answer, the
 * first meeting, the result, the person's opinion. The antenne stays responsible until the partner answered.
 */
@ApplicationModule(
        displayName = "Prescription",
        allowedDependencies = {
            "agent",
            "annuaire",
            "commun",
            "courrier",
            "decision",
            "dispositif",
            "dispositif :: faits",
            "dossier",
            "usager"
        })
package fr.jalon.prescription;

import org.springframework.modulith.ApplicationModule;
