package fr.jalon.importation;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import fr.jalon.commun.Introuvable;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The kinds of import that exist, and who may use each. */
@Component
class TypesImport {

    private final List<TypeImport> types;

    TypesImport(List<TypeImport> types) {
        this.types = List.copyOf(types);
    }

    /**
     * The kind of a code, for somebody who may use it.
     *
     * @throws Introuvable when there is none
     * @throws fr.jalon.commun.Interdit when the account has none of its roles
     */
    TypeImport pour(String code, Agent agent) {
        TypeImport type = parCode(code);
        agent.exiger(type.roles().toArray(Role[]::new));
        return type;
    }

    TypeImport parCode(String code) {
        return types.stream()
                .filter(type -> type.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new Introuvable("Ce type d'import n'existe pas. Types connus : "
                        + types.stream().map(TypeImport::code).sorted().collect(Collectors.joining(", ")) + "."));
    }

    List<TypeImport> de(Agent agent) {
        return types.stream()
                .filter(type -> agent.aUnDe(type.roles().toArray(Role[]::new)))
                .sorted((a, b) -> a.libelle().compareTo(b.libelle()))
                .toList();
    }

    /** Codes of the kinds that the account may use and that belong to no antenne. */
    Set<String> communsDe(Agent agent) {
        return de(agent).stream()
                .filter(TypeImport::pourTous)
                .map(TypeImport::code)
                .collect(Collectors.toSet());
    }

    Set<String> codesDe(Agent agent) {
        return de(agent).stream().map(TypeImport::code).collect(Collectors.toSet());
    }
}
