package jirei.library.editing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jirei.cases.CaseStudy;
import jirei.cases.RegionFigure;
import jirei.cases.Section;
import jirei.cases.Source;
import jirei.corpus.lexicon.Lexicon;
import org.jspecify.annotations.Nullable;

/**
 * The form of a case as typed, valid or not. Immutable.
 *
 * @param id the id of the case; it is not changed
 * @param version the version of the case from which the editing starts
 * @param fields the fields of the case, by the names of {@link #FIELDS} and with {@link #FACET_PREFIX}; a missing one is empty
 * @param sections the sections in reading order
 */
public record CaseForm(String id, String version, Map<String, String> fields, List<SectionForm> sections) {
    /** The names of the fields of a case, as in the JSON of a case. */
    public static final List<String> FIELDS = fieldNames();

    /** The prefix of the fields with the values of the facets that the corpus declares, followed by the name of a facet. */
    public static final String FACET_PREFIX = "facets.";

    /** Copies map and list. */
    public CaseForm {
        fields = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        sections = List.copyOf(sections);
    }

    private static List<String> fieldNames() {
        List<String> names =
                new ArrayList<>(List.of("title", "number", "collection", "year", "prefecture", "place", "region.name"));
        for (RegionFigure figure : RegionFigure.values()) {
            names.add("region." + figure.id());
            names.add("region.basis." + figure.id());
        }
        names.addAll(List.of(
                "source.title",
                "source.publisher",
                "source.url",
                "source.rights",
                "source.file",
                "source.sha256",
                "source.retoldBy"));
        return List.copyOf(names);
    }

    /** Returns the form of {@code caseStudy}, whose file has the version {@code version}. */
    public static CaseForm of(CaseStudy caseStudy, String version, Lexicon lexicon) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("title", caseStudy.title());
        fields.put("number", text(caseStudy.number()));
        fields.put("collection", caseStudy.collection());
        fields.put("year", text(caseStudy.year()));
        fields.put(
                "prefecture",
                caseStudy.prefecture() == null ? "" : caseStudy.prefecture().fullName());
        fields.put("place", caseStudy.place());
        fields.put("region.name", caseStudy.region().name());
        caseStudy.region().figures().forEach((what, figure) -> {
            fields.put("region." + what.id(), figure.value().toPlainString());
            fields.put("region.basis." + what.id(), figure.basis());
        });
        SectionForm.typed(caseStudy.facets()).forEach((name, values) -> fields.put(FACET_PREFIX + name, values));
        Source source = caseStudy.source();
        fields.put("source.title", source.title());
        fields.put("source.publisher", source.publisher());
        fields.put("source.url", source.url());
        fields.put("source.rights", source.rights());
        fields.put("source.file", source.file());
        fields.put("source.sha256", source.sha256());
        fields.put("source.retoldBy", source.retoldBy());
        return new CaseForm(caseStudy.id(), version, fields, sections(caseStudy, lexicon));
    }

    private static List<SectionForm> sections(CaseStudy caseStudy, Lexicon lexicon) {
        List<SectionForm> forms = new ArrayList<>();
        String main = "";
        for (Section section : caseStudy.sections()) {
            SectionForm form = SectionForm.of(section, lexicon);
            forms.add(section.parent().equals(main) ? form : form.withParent(section.parent()));
            main = form.isMain() ? form.id() : main;
        }
        return forms;
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    /** Returns the field {@code name}; empty if it is missing. */
    public String field(String name) {
        return fields.getOrDefault(name, "");
    }

    /** Returns whether a form may have the field {@code name}. */
    public static boolean isField(String name) {
        return FIELDS.contains(name) || name.startsWith(FACET_PREFIX);
    }

    /** Returns this form with other sections. */
    public CaseForm with(List<SectionForm> newSections) {
        return new CaseForm(id, version, fields, newSections);
    }

    /** Returns this form as the editing of another version. */
    public CaseForm basedOn(String newVersion) {
        return new CaseForm(id, newVersion, fields, sections);
    }
}
