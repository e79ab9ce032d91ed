package jirei.engine;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import jirei.cases.Indicator;
import jirei.query.Expansion;
import jirei.query.ExpansionKind;
import jirei.query.Facet;
import jirei.query.Filters;
import jirei.query.NumberRange;
import jirei.query.SearchRequest;
import jirei.query.SortOrder;
import org.jspecify.annotations.Nullable;

/**
 * Parses a one-line request: the query, then its options after two bars, as in
 * {@code 看取り || kind=point sort=year_desc}.
 */
final class GoldenRequest {
    private GoldenRequest() {}

    static SearchRequest read(String line) {
        String[] parts = line.split(" ?\\|\\| ?", 2);
        SearchRequest request = SearchRequest.of(parts[0]);
        int page = 1;
        for (String option : parts.length == 1 ? List.<String>of() : List.of(parts[1].split(" "))) {
            int equals = option.indexOf('=');
            String name = option.substring(0, equals);
            String value = option.substring(equals + 1);
            if (name.equals("page")) {
                page = Integer.parseInt(value);
            } else {
                request = with(request, name, value);
            }
        }
        return request.withPage(page);
    }

    private static SearchRequest with(SearchRequest request, String name, String value) {
        return switch (name) {
            case "size" -> request.withSize(Integer.parseInt(value));
            case "group" -> request.groupedByCase(value.equals("case"));
            case "sort" -> request.sortedBy(SortOrder.named(value).orElseThrow());
            case "spellings" -> request.with(request.expansionOptions().variants(false));
            case "synonyms" -> request.with(request.expansionOptions().synonyms(false));
            case "astyped" -> request.with(request.expansionOptions().verbatim(true));
            case "off" -> request.with(request.expansionOptions().toggled(expansion(value)));
            default -> request.filteredBy(filters(request.filters(), name, value));
        };
    }

    private static Expansion expansion(String id) {
        String[] parts = id.split(":", 2);
        return new Expansion(ExpansionKind.named(parts[0]).orElseThrow(), parts[1]);
    }

    private static Filters filters(Filters filters, String name, String value) {
        for (Indicator measure : Indicator.values()) {
            if (measure.id().equals(name)) {
                String[] bounds = value.split("~", 2);
                return filters.withRange(measure, new NumberRange(bound(bounds[0]), bound(bounds[1])));
            }
        }
        boolean excluded = name.startsWith("-");
        Facet facet = Facet.fixed()
                .filter(one -> one.id().equals(excluded ? name.substring(1) : name))
                .findFirst()
                .orElseThrow();
        Set<String> values = new LinkedHashSet<>(List.of(value.split(",")));
        return excluded ? filters.withExcluded(facet, values) : filters.withSelected(facet, values);
    }

    private static @Nullable BigDecimal bound(String typed) {
        return typed.isEmpty() ? null : new BigDecimal(typed);
    }
}
