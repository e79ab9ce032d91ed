package jirei.web.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import jirei.cases.CaseStudy;
import jirei.cases.Source;
import jirei.search.CaseSummary;
import jirei.search.IndexStatus;
import jirei.web.request.SearchState;
import org.jspecify.annotations.Nullable;

/**
 * The page about this site. Immutable.
 *
 * @param frame the frame of the page
 * @param version the version of the program; empty if unknown
 * @param contact whom to contact, as configured; empty if nobody is named
 * @param contactUrl the link to the contact; null if it is neither an address of mail nor a URL
 * @param size the size of the corpus in words
 * @param collections the case collections, largest first
 * @param statistics the publication of the municipal statistics; empty if there are none
 */
public record AboutPage(
        Frame frame,
        String version,
        String contact,
        @Nullable String contactUrl,
        String size,
        List<Collection> collections,
        String statistics) {
    private static final Pattern MAIL = Pattern.compile("[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+");
    private static final Pattern URL = Pattern.compile("https?://[^\\s\"<>]+");

    public AboutPage {
        collections = List.copyOf(collections);
    }

    /**
     * A case collection. Immutable.
     *
     * @param name the name; its cases may have none
     * @param cases the number of cases in words
     * @param publisher the publisher of the first case; empty if unknown
     * @param rights the terms of use of the first case; empty if unknown
     */
    public record Collection(String name, String cases, String publisher, String rights) {}

    /** Finds a case by its id. Thread-safe. */
    @FunctionalInterface
    public interface Sources<E extends Exception> {
        /** Returns the case {@code id}. */
        CaseStudy of(String id) throws E;
    }

    /** Returns the collections of {@code cases}, largest first. */
    public static <E extends Exception> List<Collection> collections(List<CaseSummary> cases, Sources<E> sources)
            throws E {
        Map<String, List<CaseSummary>> byName = new LinkedHashMap<>();
        cases.forEach(each -> byName.computeIfAbsent(each.collection(), name -> new ArrayList<>())
                .add(each));
        List<List<CaseSummary>> largestFirst = byName.values().stream()
                .sorted((one, other) -> other.size() - one.size())
                .toList();
        List<Collection> collections = new ArrayList<>();
        for (List<CaseSummary> ofName : largestFirst) {
            Source source = sources.of(ofName.getFirst().id()).source();
            String name = ofName.getFirst().collection();
            collections.add(new Collection(
                    name.isEmpty() ? "事例集の名前のない事例" : name,
                    Wording.grouped(ofName.size()) + "事例",
                    source.publisher(),
                    source.rights()));
        }
        return collections;
    }

    /** Returns the page of a site over an index with {@code status}. */
    public static AboutPage of(
            String version,
            String contact,
            IndexStatus status,
            List<Collection> collections,
            String statistics,
            Frame.AssetUrls assets) {
        return new AboutPage(
                new Frame("このサイトについて", SearchState.EMPTY, assets, Frame.Form.AT_HEAD),
                version,
                contact,
                contactUrl(contact),
                Wording.grouped(status.cases()) + "事例、" + Wording.grouped(status.sections()) + "件の記述",
                collections,
                statistics);
    }

    private static @Nullable String contactUrl(String contact) {
        if (MAIL.matcher(contact).matches()) {
            return "mailto:" + contact;
        }
        return URL.matcher(contact).matches() ? contact : null;
    }
}
