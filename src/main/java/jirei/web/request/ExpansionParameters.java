package jirei.web.request;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jirei.query.Expansion;
import jirei.query.ExpansionKind;
import jirei.query.ExpansionOptions;

/** Parses the parameters that disable and enable expansions. Stateless. */
final class ExpansionParameters {
    /** The parameter names. */
    static final List<String> NAMES = List.of("spellings", "synonyms", "off", "with", "correction");

    private ExpansionParameters() {}

    static ExpansionOptions read(QueryString parameters) throws ProblemException {
        Set<Expansion> toggled = new LinkedHashSet<>();
        for (String name : List.of("off", "with")) {
            for (String value : parameters.values(name)) {
                toggled.add(expansion(name, value));
            }
        }
        if (toggled.size() > ExpansionOptions.MAX_TOGGLED) {
            throw new ProblemException(Problem.wrongValue(
                    "off",
                    toggled.size() + "個",
                    List.of(ExpansionOptions.MAX_TOGGLED + "個まで"),
                    "検索から外せる語は" + ExpansionOptions.MAX_TOGGLED + "個までです。"));
        }
        return new ExpansionOptions(
                isOn(parameters, "spellings"), isOn(parameters, "synonyms"), toggled, !isOn(parameters, "correction"));
    }

    /** Returns the name of the parameter that toggles {@code expansion}. */
    static String name(Expansion expansion) {
        return expansion.kind() == ExpansionKind.INFIX ? "with" : "off";
    }

    private static Expansion expansion(String name, String value) throws ProblemException {
        int colon = value.indexOf(':');
        Optional<ExpansionKind> kind = colon < 0 ? Optional.empty() : ExpansionKind.named(value.substring(0, colon));
        if (kind.isPresent() && kind.get() != ExpansionKind.ORIGINAL && colon + 1 < value.length()) {
            Expansion expansion = new Expansion(kind.get(), value.substring(colon + 1));
            if (name(expansion).equals(name)) {
                return expansion;
            }
        }
        throw new ProblemException(Problem.wrongValue(
                name,
                value,
                name.equals("with") ? List.of("inside:語") : List.of("spelling:語", "synonym:語", "reading:語"),
                "検索方法の「" + name + "」に「" + value + "」は指定できません。"));
    }

    private static boolean isOn(QueryString parameters, String name) throws ProblemException {
        String value = SearchParameters.single(parameters, name, "on");
        if (!value.equals("on") && !value.equals("off")) {
            throw new ProblemException(Problem.wrongValue(
                    name, value, List.of("on", "off"), "パラメーター「" + name + "」に「" + value + "」は使えません。"));
        }
        return value.equals("on");
    }
}
