package jirei.web.library;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jirei.corpus.text.CorpusFormatException;
import jirei.library.Library;
import jirei.library.cases.StoredCase;
import jirei.search.CaseSummary;
import jirei.search.EngineReference;
import jirei.search.IndexNotReadyException;
import jirei.search.SearchUnavailableException;

/**
 * Finds published cases that searches do not find because their files are invalid. A file that became invalid by a change of its own is
 * no such case: its last valid version is found. Thread-safe.
 *
 * @param engines knows the cases that are found
 */
record UnsearchableCases(Library library, EngineReference engines) {
    private static final Pattern TITLE = Pattern.compile("(?m)^title:[ \\t]*+[\"']?(.+?)[\"']?[ \\t]*+$");

    /**
     * A case. Immutable.
     *
     * @param title its title as its file has it; the id if it has none
     * @param faults its faults, each with its line
     */
    record Unsearchable(String id, String title, List<String> faults) {}

    /** Returns the cases in the order of their files; none while the index is not known. */
    List<Unsearchable> all() throws IOException {
        Set<String> found = new HashSet<>();
        try {
            if (engines.status().faults() == 0) {
                return List.of();
            }
            engines.with(engine -> engine.cases()).stream().map(CaseSummary::id).forEach(found::add);
        } catch (IndexNotReadyException | SearchUnavailableException unknown) {
            return List.of();
        }
        List<String> missing =
                library.published().stream().filter(id -> !found.contains(id)).toList();
        List<Unsearchable> cases = new ArrayList<>();
        for (StoredCase stored : library.cases().findAll(missing)) {
            try {
                library.cases().parse(stored);
            } catch (CorpusFormatException e) {
                cases.add(new Unsearchable(stored.id(), title(stored), CaseApiHandlers.faults(e)));
            }
        }
        return List.copyOf(cases);
    }

    private static String title(StoredCase stored) {
        Matcher title = TITLE.matcher(stored.text());
        return title.find() ? title.group(1) : stored.id();
    }
}
