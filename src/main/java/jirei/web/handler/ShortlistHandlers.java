package jirei.web.handler;

import io.javalin.http.Context;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import jirei.cases.CaseStudy;
import jirei.cases.OwnFacet;
import jirei.cases.Section;
import jirei.search.SearchEngine;
import jirei.web.export.ExportFormat;
import jirei.web.export.ExportHead;
import jirei.web.export.ExportedSection;
import jirei.web.export.SectionWriter;
import jirei.web.page.SiteAddress;
import jirei.web.page.compare.ShortlistItem;
import jirei.web.page.compare.ShortlistPage;
import jirei.web.request.Problem;
import jirei.web.request.ProblemException;
import jirei.web.request.QueryString;
import jirei.web.request.SearchParameters;
import jirei.web.request.SearchState;
import jirei.web.server.Bulkhead;
import jirei.web.server.TemplateRenderer;
import org.jspecify.annotations.Nullable;

/**
 * The handlers of shortlists, which are held by the URL and never stored. Parameters: {@code item}, which is a case id
 * or case id and section id separated by a slash, each optionally followed by its {@code note}. Thread-safe.
 */
public final class ShortlistHandlers {
    /** The maximum number of items. */
    static final int MAX_ITEMS = 100;
    /** The maximum length of a note, in UTF-16 code units. */
    static final int MAX_NOTE_LENGTH = 500;

    private static final String ITEM = "item";
    private static final String NOTE = "note";
    private static final List<String> NAMES = List.of(ITEM, NOTE);

    private final TemplateRenderer templates;
    private final Bulkhead exports;
    private final Clock clock;

    public ShortlistHandlers(TemplateRenderer templates, Bulkhead exports, Clock clock) {
        this.templates = templates;
        this.exports = exports;
        this.clock = clock;
    }

    /** Responds with the list; items that no longer exist are named as such. */
    public void page(Context context, SearchEngine engine) throws IOException, ProblemException {
        List<ShortlistItem> items = items(SearchParameters.parse(QueryString.raw(context), NAMES));
        LocalDate today = LocalDate.now(clock);
        Map<String, Optional<CaseStudy>> cases = new HashMap<>();
        List<ShortlistPage.Item> shown = new ArrayList<>();
        for (ShortlistItem item : items) {
            shown.add(ShortlistPage.Item.of(item, caseStudy(engine, item, cases).orElse(null), today));
        }
        templates.respond(context, "shortlist/page.jte", ShortlistPage.of(shown, templates.assets(context)));
    }

    /** Responds with the list as a file. */
    public void export(Context context, SearchEngine engine) throws IOException, ProblemException {
        FileDownload file = FileDownload.read(QueryString.raw(context), NAMES, List.of(ExportFormat.values()));
        LocalDate today = LocalDate.now(clock);
        SiteAddress address = TemplateRenderer.address(context);
        List<ExportedSection> sections = exports.run(() -> sections(engine, items(file.parameters()), address, today));
        var head = new ExportHead("候補リスト", FileDownload.facts(List.of(sections.size() + "件"), today, address));
        List<OwnFacet> facets = engine.facets().own();
        file.send(context, head.title(), today, exports, out -> () -> {
            SectionWriter writer = file.format().sections(out, head, facets);
            for (ExportedSection section : sections) {
                writer.write(section);
            }
            writer.finish("");
            return false;
        });
    }

    private List<ExportedSection> sections(
            SearchEngine engine, List<ShortlistItem> items, SiteAddress address, LocalDate today)
            throws IOException, ProblemException {
        Map<String, Optional<CaseStudy>> cases = new HashMap<>();
        List<ExportedSection> sections = new ArrayList<>();
        for (ShortlistItem item : items) {
            CaseStudy caseStudy = caseStudy(engine, item, cases)
                    .orElseThrow(() -> new ProblemException(Problem.noSuchCase(item.caseId())));
            Section section = section(caseStudy, item.sectionId());
            String url = section == null
                    ? SearchState.EMPTY.caseUrl(caseStudy.id())
                    : SearchState.permalink(caseStudy.id(), section.id());
            sections.add(
                    ExportedSection.of(sections.size() + 1, caseStudy, section, item.note(), address.url(url), today));
        }
        return sections;
    }

    private static @Nullable Section section(CaseStudy caseStudy, @Nullable String id) throws ProblemException {
        if (id == null) {
            return null;
        }
        return caseStudy.section(id).orElseThrow(() -> new ProblemException(Problem.noSuchSection(caseStudy.id(), id)));
    }

    private Optional<CaseStudy> caseStudy(
            SearchEngine engine, ShortlistItem item, Map<String, Optional<CaseStudy>> cases) throws IOException {
        Optional<CaseStudy> known = cases.get(item.caseId());
        if (known == null) {
            known = engine.caseStudy(item.caseId());
            cases.put(item.caseId(), known);
        }
        return known;
    }

    /** Returns the items in their order; a repeated item keeps its first position. */
    private static List<ShortlistItem> items(QueryString parameters) throws ProblemException {
        Map<String, ShortlistItem> items = new LinkedHashMap<>();
        String last = null;
        for (QueryString.Parameter parameter : parameters.parameters()) {
            if (parameter.name().equals(ITEM)) {
                ShortlistItem item = item(parameter.value());
                items.putIfAbsent(item.key(), item);
                last = item.key();
            } else {
                ShortlistItem item = last == null ? null : items.get(last);
                if (item == null) {
                    throw invalid(NOTE, parameter.value(), "項目（item）の後", "メモは項目（item）の後に置いてください。");
                }
                items.put(item.key(), new ShortlistItem(item.caseId(), item.sectionId(), note(parameter.value())));
            }
        }
        if (items.size() > MAX_ITEMS) {
            throw invalid(ITEM, last, MAX_ITEMS + "件まで", "候補は" + MAX_ITEMS + "件までです（" + items.size() + "件ありました）。");
        }
        return List.copyOf(items.values());
    }

    private static ShortlistItem item(String value) throws ProblemException {
        String[] ids = value.split("/", 2);
        try {
            CaseStudy.requireId(ids[0]);
            if (ids.length > 1) {
                Section.requireId(ids[1]);
            }
        } catch (IllegalArgumentException e) {
            throw invalid(ITEM, value, "事例の id、または 事例の id/記述の id", "候補に「" + value + "」は指定できません。");
        }
        return new ShortlistItem(ids[0], ids.length > 1 ? ids[1] : null, "");
    }

    private static String note(String value) throws ProblemException {
        if (value.length() > MAX_NOTE_LENGTH) {
            throw invalid(
                    NOTE,
                    value,
                    MAX_NOTE_LENGTH + "文字まで",
                    "メモは" + MAX_NOTE_LENGTH + "文字までです（" + value.length() + "文字ありました）。");
        }
        return value.strip();
    }

    private static ProblemException invalid(String name, @Nullable String value, String allowed, String detail) {
        return new ProblemException(
                Problem.wrongValue(name, Objects.requireNonNullElse(value, ""), List.of(allowed), detail));
    }
}
