package fr.jalon.web.commun;

import java.beans.PropertyEditorSupport;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/** Whole numbers in addresses and forms: decimal digits only, where the default also reads "0x10" and digits of other scripts. */
@ControllerAdvice
class NombresEntiers {

    @InitBinder
    void regler(WebDataBinder lecteur) {
        lecteur.registerCustomEditor(int.class, new Entier());
        lecteur.registerCustomEditor(Integer.class, new Entier());
    }

    private static final class Entier extends PropertyEditorSupport {

        @Override
        public void setAsText(String texte) {
            String net = texte == null ? "" : texte.strip();
            if (!net.isEmpty() && !net.matches("-?[0-9]{1,10}")) {
                throw new IllegalArgumentException("nombre entier attendu");
            }
            setValue(net.isEmpty() ? null : Integer.valueOf(net));
        }
    }
}
