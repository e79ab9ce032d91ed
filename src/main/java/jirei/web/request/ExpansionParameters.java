package jirei.web.request;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jirei.query.Expansion;
import jirei.query.ExpansionKind;
import jirei.query.ExpansionOptions;

/** Parses the parameters that disable expansions. Stateless. */
final class ExpansionParameters {
    /** The parameter names. */
    static final List<String> NAMES = List.of("spellings", "synonyms", "off", "correction");

    private ExpansionParameters() {}

    static ExpansionOptions read(QueryString parameters) throws ProblemException {
        Set<Expansion> off = new LinkedHashSet<>();
        for (String value : parameters.values("off")) {
            off.add(expansion(value));
        }
        if (off.size() > ExpansionOptions.MAX_DISABLED) {
            throw new ProblemException(Problem.wrongValue(
                    "off",
                    off.size() + "個",
                    List.of(ExpansionOptions.MAX_DISABLED + "個まで"),
                    "さがし方から外せることばは" + ExpansionOptions.MAX_DISABLED + "個までです。"));
        }
        return new ExpansionOptions(
                isOn(parameters, "spellings"), isOn(parameters, "synonyms"), off, !isOn(parameters, "correction"));
    }

    private static Expansion expansion(String value) throws ProblemException {
        int colon = value.indexOf(':');
        Optional<ExpansionKind> kind = colon < 0 ? Optional.empty() : ExpansionKind.named(value.substring(0, colon));
        if (kind.isEmpty() || kind.get() == ExpansionKind.ORIGINAL || colon + 1 == value.length()) {
            throw new ProblemException(Problem.wrongValue(
                    "off",
                    value,
                    List.of("spelling:ことば", "synonym:ことば", "reading:ことば"),
                    "さがし方から外すことばに「" + value + "」は指定できません。"));
        }
        return new Expansion(kind.get(), value.substring(colon + 1));
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
