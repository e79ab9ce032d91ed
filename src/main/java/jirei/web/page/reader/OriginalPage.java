package jirei.web.page.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import jirei.cases.CaseStudy;
import jirei.cases.Section;
import jirei.intake.page.Area;
import jirei.intake.page.PageText;
import jirei.library.pages.PageCache;
import jirei.library.pages.PassageLocator;
import jirei.library.pages.PassageLocator.Mark;
import jirei.library.pages.PassageLocator.Passage;
import jirei.search.HighlightedCase;
import jirei.search.HighlightedCase.HighlightedSection;
import jirei.search.MatchRange;
import jirei.web.page.Frame;
import jirei.web.page.Link;
import jirei.web.request.QueryString;
import jirei.web.request.SearchParameters;
import jirei.web.request.SearchState;
import org.jspecify.annotations.Nullable;

/**
 * The page that shows a page of the original of a case. Immutable.
 *
 * @param frame the frame
 * @param back the section, or the case
 * @param title the title of the case
 * @param place the page and the number of pages
 * @param sheet the image; null if the document has none
 * @param hits what is marked; empty without a query
 * @param links the pages beside it
 * @param sections the sections of the case on this page
 * @param lines the text of the page
 */
public record OriginalPage(
        Frame frame,
        Link back,
        String title,
        Place place,
        @Nullable Sheet sheet,
        String hits,
        Links links,
        List<Link> sections,
        List<PageText.Line> lines) {
    /** The width of a page in the units of {@link Rectangle}. */
    private static final int UNITS = 1000;

    private static final double POINTS_PER_INCH = 72;

    /**
     * A page and the number of pages. Immutable.
     *
     * @param page the page, from 1
     */
    public record Place(int page, int pages) {}

    /**
     * The image of the page with its marks. Immutable.
     *
     * @param url the URL of the image
     * @param alt the text for those who do not see it
     * @param width the width in pixels
     * @param height the height in pixels
     * @param zoomed whether it may be wider than the window
     * @param unitHeight the height in the units of the marks, in which the width is 1000
     * @param section the lines of the section that led here
     * @param hits the matches
     */
    public record Sheet(
            String url,
            String alt,
            long width,
            long height,
            boolean zoomed,
            String unitHeight,
            List<Rectangle> section,
            List<Rectangle> hits) {}

    /** A mark, in numbers as SVG reads them. Immutable. */
    public record Rectangle(String x, String y, String width, String height) {
        static Rectangle of(Area area, double unitHeight) {
            return new Rectangle(
                    number(area.x() * UNITS),
                    number(area.y() * unitHeight),
                    number(area.width() * UNITS),
                    number(area.height() * unitHeight));
        }
    }

    /**
     * The links of the page. Immutable.
     *
     * @param previous the page before; null if there is none
     * @param next the next page; null if there is none
     * @param zoom the same page, larger or smaller; null if there is no image
     * @param download the original
     */
    public record Links(@Nullable String previous, @Nullable String next, @Nullable Link zoom, String download) {}

    /**
     * Returns the page for {@code text} of the original of a case.
     *
     * @param words the marks of each match in the text of the page
     */
    public static OriginalPage of(
            HighlightedCase highlighted,
            PageText text,
            List<List<Mark>> words,
            SearchParameters.OriginalSearch requested,
            Frame.AssetUrls assets) {
        CaseStudy caseStudy = highlighted.caseStudy();
        SearchState search = requested.search();
        String query = search.request().query().text();
        var marks = new Marks(highlighted, text, words, requested.section());
        return new OriginalPage(
                new Frame(
                        caseStudy.title() + "（原本 p." + text.page() + "）",
                        SearchState.of(query),
                        assets,
                        Frame.Form.AT_HEAD),
                caseStudy
                        .section(requested.section())
                        .map(section -> new Link("記述に戻る", search.sectionUrl(caseStudy.id(), section.id())))
                        .orElseGet(() -> new Link("事例に戻る", search.caseUrl(caseStudy.id()))),
                caseStudy.title(),
                new Place(text.page(), text.pages()),
                text.hasImage() ? sheet(caseStudy, text, requested.zoom(), marks) : null,
                query.isBlank() ? "" : "「" + query + "」はこのページに" + marks.matches + "か所",
                links(caseStudy, text, requested),
                sections(caseStudy, text.page())
                        .map(section -> new Link(name(section), search.sectionUrl(caseStudy.id(), section.id())))
                        .toList(),
                text.lines());
    }

    private static Sheet sheet(CaseStudy caseStudy, PageText text, int zoom, Marks marks) {
        double unitHeight = UNITS * text.height() / text.width();
        double pixels = PageCache.DPI / POINTS_PER_INCH * zoom;
        String image = "/cases/" + caseStudy.id() + "/pages/" + text.page() + ".png" + zoomed(zoom, List.of());
        return new Sheet(
                image,
                caseStudy.title() + "の原本、" + text.page() + "ページの画像",
                Math.round(text.width() * pixels),
                Math.round(text.height() * pixels),
                zoom > 1,
                number(unitHeight),
                rectangles(marks.section, unitHeight),
                rectangles(marks.hits, unitHeight));
    }

    private static String zoomed(int zoom, List<QueryString.Parameter> parameters) {
        var query = new QueryString(parameters);
        return (zoom > 1 ? query.with("zoom", Integer.toString(zoom)) : query).toString();
    }

    private static List<Rectangle> rectangles(List<Mark> marks, double unitHeight) {
        return marks.stream()
                .map(Mark::area)
                .filter(Objects::nonNull)
                .map(area -> Rectangle.of(area, unitHeight))
                .toList();
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static Links links(CaseStudy caseStudy, PageText text, SearchParameters.OriginalSearch requested) {
        int page = text.page();
        int other = requested.zoom() == 1 ? PageCache.MAX_ZOOM : 1;
        return new Links(
                page > 1 ? url(caseStudy, page - 1, requested, requested.zoom()) : null,
                page < text.pages() ? url(caseStudy, page + 1, requested, requested.zoom()) : null,
                text.hasImage()
                        ? new Link(other > 1 ? "大きく見る" : "画面に合わせる", url(caseStudy, page, requested, other))
                        : null,
                "/cases/" + caseStudy.id() + "/original");
    }

    private static String url(CaseStudy caseStudy, int page, SearchParameters.OriginalSearch requested, int zoom) {
        List<QueryString.Parameter> parameters =
                new ArrayList<>(requested.search().queryString().parameters());
        if (!requested.section().isEmpty()) {
            parameters.add(new QueryString.Parameter("section", requested.section()));
        }
        return "/cases/" + caseStudy.id() + "/pages/" + page + zoomed(zoom, parameters);
    }

    private static Stream<Section> sections(CaseStudy caseStudy, int page) {
        return caseStudy.sections().stream().filter(section -> isOn(section, page));
    }

    private static boolean isOn(Section section, int page) {
        return section.pages() != null
                && section.pages().first() <= page
                && page <= section.pages().last();
    }

    private static String name(Section section) {
        return section.heading().isEmpty() ? section.kind().label() : section.heading();
    }

    /** What is marked on the page. Not thread-safe. */
    private static final class Marks {
        private final List<Mark> section = new ArrayList<>();
        private final List<Mark> hits = new ArrayList<>();
        private int matches;

        Marks(HighlightedCase highlighted, PageText text, List<List<Mark>> words, String sectionId) {
            words.forEach(this::add);
            List<HighlightedSection> onPage = highlighted.sections().stream()
                    .filter(one -> isOn(one.section(), text.page()))
                    .toList();
            List<Passage> passages = new PassageLocator(List.of(text))
                    .find(onPage.stream().map(HighlightedSection::section).toList());
            for (int at = 0; at < passages.size(); at++) {
                if (onPage.get(at).section().id().equals(sectionId)) {
                    section.addAll(passages.get(at).marks());
                }
                addHits(onPage.get(at), passages.get(at));
            }
        }

        private void addHits(HighlightedSection one, Passage passage) {
            for (MatchRange match : one.heading()) {
                add(passage.inHeading(match.start(), match.end()));
            }
            for (int paragraph = 0; paragraph < one.paragraphs().size(); paragraph++) {
                for (MatchRange match : one.paragraphs().get(paragraph)) {
                    add(passage.inParagraph(paragraph, match.start(), match.end()));
                }
            }
        }

        /** What a section matches is printed with blanks or other signs in between, unless it is marked already. */
        private void add(List<Mark> marks) {
            boolean isMarked = marks.stream().anyMatch(mark -> hits.stream().anyMatch(mark::overlaps));
            if (!marks.isEmpty() && !isMarked) {
                matches++;
                hits.addAll(marks);
            }
        }
    }

    /** Returns whether there is an image. */
    public boolean hasSheet() {
        return sheet != null;
    }
}
