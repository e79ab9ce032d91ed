package jirei.web.page.search;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jirei.cases.Municipality;
import jirei.cases.Place;
import jirei.query.Filters;
import jirei.query.SearchRequest;
import jirei.search.NoHitsAdvice;
import jirei.search.NoHitsAdvice.Alternative;
import jirei.search.NoHitsAdvice.FilterRemoval;
import jirei.search.RegionMatch;
import jirei.web.page.Chip;
import jirei.web.page.Link;
import jirei.web.page.Wording;
import jirei.web.request.ParameterNames;
import jirei.web.request.QueryString;
import jirei.web.request.SearchState;

/**
 * Help for a search without hits, in words. Immutable.
 *
 * @param topics what is said, most specific first; may be empty
 */
public record AdviceView(List<Topic> topics) {
    private static final int MAX_REGION_LINKS = 2;

    public AdviceView {
        topics = List.copyOf(topics);
    }

    /**
     * A topic with links. Immutable.
     *
     * @param heading the topic as a heading
     * @param links other searches with their counts, at least one
     */
    public record Topic(String heading, List<Link> links) {
        public Topic {
            links = List.copyOf(links);
        }
    }

    /** Returns {@code advice} in words; spelling corrections are shown by {@link CorrectionView}. */
    public static AdviceView of(NoHitsAdvice advice) {
        List<Topic> topics = new ArrayList<>();
        if (!advice.absentPlaces().isEmpty()) {
            topics.add(new Topic(absence(advice.absentPlaces()), placeLinks(advice)));
        }
        add(topics, "絞り込みを外して探す", filterLinks(advice));
        add(topics, "キーワードの一部で探す", advice.parts().stream().map(AdviceView::part));
        return new AdviceView(topics);
    }

    private static void add(List<Topic> topics, String heading, Stream<Link> links) {
        List<Link> all = links.toList();
        if (!all.isEmpty()) {
            topics.add(new Topic(heading, all));
        }
    }

    private static String absence(List<Place> places) {
        return places.stream().map(AdviceView::name).distinct().collect(Collectors.joining("、")) + "の事例はまだありません";
    }

    /** Returns the name, with the prefecture if municipalities share it. */
    private static String name(Place place) {
        return Municipality.named(place.name()).size() > 1 ? place.fullName() : place.name();
    }

    private static List<Link> placeLinks(NoHitsAdvice advice) {
        List<Link> links = new ArrayList<>();
        for (RegionMatch match : advice.similarRegions()) {
            links.add(new Link(
                    "似た自治体の事例："
                            + Wording.location(
                                    match.summary().prefecture(),
                                    match.summary().place()) + "「"
                            + match.summary().title() + "」（似ている度合い "
                            + match.similarity().percent() + "%）",
                    SearchState.EMPTY.caseUrl(match.summary().id())));
        }
        for (Alternative prefecture : advice.prefectures()) {
            links.add(
                    new Link(prefecture.text() + "の事例の記述 " + count(prefecture.sections()), url(prefecture.request())));
        }
        advice.absentPlaces().stream()
                .filter(place -> place.municipality() != null)
                .limit(MAX_REGION_LINKS)
                .forEach(place -> links.add(new Link(name(place) + "に似た自治体の事例を探す", regionUrl(place))));
        if (advice.absentPlaces().stream().anyMatch(place -> place.municipality() == null)) {
            links.add(new Link("事例のある都道府県から選ぶ", "/#_browsing"));
        }
        return links;
    }

    private static String regionUrl(Place place) {
        return "/like"
                + new QueryString(List.of(new QueryString.Parameter(ParameterNames.LIKE_NAME, place.fullName())));
    }

    private static Stream<Link> filterLinks(NoHitsAdvice advice) {
        Stream<Link> single = advice.filters().stream()
                .map(removal ->
                        new Link(removed(removal) + "を外すと" + count(removal.sections()), url(removal.request())));
        return Stream.concat(
                single,
                Stream.ofNullable(advice.unfiltered())
                        .map(all -> new Link("すべての絞り込みを外すと" + count(all.sections()), url(all.request()))));
    }

    private static String removed(FilterRemoval removal) {
        Filters removed = removal.removed();
        boolean facetValues = removed.ranges().isEmpty() && removed.comparison() == null;
        return Chip.of(new SearchState(removal.request()).filteredBy(removed)).stream()
                .map(chip -> chip.excluded()
                        ? "「" + chip.label() + "」を除く条件"
                        : facetValues ? chip.label() : chip.facet() + "「" + chip.label() + "」")
                .collect(Collectors.joining("、"));
    }

    private static Link part(Alternative part) {
        return new Link("「" + part.text() + "」" + count(part.sections()), url(part.request()));
    }

    private static String count(long sections) {
        return Wording.grouped(sections) + "件";
    }

    private static String url(SearchRequest request) {
        return new SearchState(request).url();
    }
}
