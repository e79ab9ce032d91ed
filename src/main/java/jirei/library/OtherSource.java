package jirei.library;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import jirei.corpus.CaseLocations;
import jirei.corpus.text.Sha256;

/**
 * Cases that come from no document of the library, such as those of the command {@code import}. Immutable.
 *
 * @param key identifies it among the others; lower-case letters and digits
 * @param kind how the cases came
 * @param name the name of the document that the cases name; empty unless they are {@link Kind#IMPORTED}
 * @param cases the ids of the cases, in the order of their files
 */
public record OtherSource(String key, Kind kind, String name, List<String> cases) {
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    /** How cases came that come from no document. Immutable. */
    public enum Kind {
        /** They were withdrawn. */
        WITHDRAWN,
        /** They name no document: people wrote them. */
        CASE_FILES,
        /** They name the document from which the command {@code import} made them. */
        IMPORTED
    }

    public OtherSource {
        cases = List.copyOf(cases);
    }

    /**
     * Returns those with cases: the withdrawn ones, those that name no document, then the others by name.
     *
     * @param withdrawn the ids of withdrawn cases
     * @param ofDocuments the ids of the cases of the documents of the library, which are left out
     */
    static List<OtherSource> of(CaseLocations published, List<String> withdrawn, Set<String> ofDocuments) {
        Map<String, List<String>> cases = new LinkedHashMap<>();
        Map<String, String> names = new LinkedHashMap<>();
        published.byDocument().forEach((document, ids) -> {
            List<String> left =
                    ids.stream().filter(id -> !ofDocuments.contains(id)).toList();
            if (!left.isEmpty()) {
                String key = key(document);
                names.putIfAbsent(key, document.file().isEmpty() ? document.sha256() : document.file());
                cases.computeIfAbsent(key, any -> new ArrayList<>()).addAll(left);
            }
        });
        List<OtherSource> sources = new ArrayList<>();
        cases.forEach((key, ids) -> sources.add(new OtherSource(
                key,
                key.equals(key(CaseLocations.Document.NONE)) ? Kind.CASE_FILES : Kind.IMPORTED,
                names.getOrDefault(key, ""),
                ids)));
        List<String> unpublished = withdrawn.stream()
                .filter(id -> published.of(id).isEmpty() && !ofDocuments.contains(id))
                .toList();
        if (!unpublished.isEmpty()) {
            sources.add(new OtherSource("withdrawn", Kind.WITHDRAWN, "", unpublished));
        }
        sources.sort(Comparator.comparing(OtherSource::kind)
                .thenComparing(OtherSource::name)
                .thenComparing(OtherSource::key));
        return List.copyOf(sources);
    }

    /** The same bytes are the same document, under any name, as for the documents of the library. */
    private static String key(CaseLocations.Document document) {
        if (document.equals(CaseLocations.Document.NONE)) {
            return "cases";
        }
        String hash = SHA256.matcher(document.sha256()).matches()
                ? document.sha256()
                : Sha256.of(document.file() + "\n" + document.sha256());
        return hash.substring(0, LibraryDocument.ID_LENGTH);
    }
}
