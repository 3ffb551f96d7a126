package fr.jalon.web.commun;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.thymeleaf.dialect.AbstractDialect;
import org.thymeleaf.dialect.IPostProcessorDialect;
import org.thymeleaf.engine.AbstractTemplateHandler;
import org.thymeleaf.model.ICloseElementTag;
import org.thymeleaf.model.IOpenElementTag;
import org.thymeleaf.model.IText;
import org.thymeleaf.postprocessor.IPostProcessor;
import org.thymeleaf.postprocessor.PostProcessor;
import org.thymeleaf.templatemode.TemplateMode;

/**
 * French spacing on every page, wherever the words come from (template, form, rule, message): no line starts with a colon
 * or ends with an opening guillemet. Spaces are replaced, never added, and never where a machine reads or somebody types.
 */
@Component
class TypographieDesEcrans extends AbstractDialect implements IPostProcessorDialect {

    private static final int DERNIER = 1_000;
    private static final String INSECABLE = "\u00a0";
    private static final Pattern ESPACES =
            Pattern.compile(" (?=[:;!?»])|(?<=«) |(?<=\\bart\\.) |(?<=\\d) (?=\\d{3}(?!\\d)|h\\b|€)|(?<=\\d.h) (?=\\d)"
                    + "|(?<=\\b\\d\\d) (?=\\d\\d\\b)");
    private static final Set<String> TELS_QUELS = Set.of("script", "style", "textarea", "pre", "code");

    TypographieDesEcrans() {
        super("typographie");
    }

    /** The same text with the spaces that French does not break. */
    static String francaise(String texte) {
        return ESPACES.matcher(texte).replaceAll(INSECABLE);
    }

    @Override
    public int getDialectPostProcessorPrecedence() {
        return DERNIER;
    }

    @Override
    public Set<IPostProcessor> getPostProcessors() {
        return Set.of(new PostProcessor(TemplateMode.HTML, Espaces.class, DERNIER));
    }

    /** One for each page that is drawn; public because Thymeleaf makes it. */
    public static final class Espaces extends AbstractTemplateHandler {

        private int telsQuels;

        @Override
        public void handleOpenElement(IOpenElementTag balise) {
            telsQuels += telQuel(balise.getElementCompleteName()) ? 1 : 0;
            super.handleOpenElement(balise);
        }

        @Override
        public void handleCloseElement(ICloseElementTag balise) {
            telsQuels -= telQuel(balise.getElementCompleteName()) ? 1 : 0;
            super.handleCloseElement(balise);
        }

        @Override
        public void handleText(IText texte) {
            String avant = texte.getText();
            String apres = telsQuels > 0 ? avant : francaise(avant);
            super.handleText(
                    apres.equals(avant) ? texte : getContext().getModelFactory().createText(apres));
        }

        private static boolean telQuel(String balise) {
            return TELS_QUELS.contains(balise.toLowerCase(Locale.ROOT));
        }
    }
}
