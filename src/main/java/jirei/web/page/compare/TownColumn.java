package jirei.web.page.compare;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jirei.cases.Figure;
import jirei.cases.RegionFigure;
import jirei.cases.RegionFigures;
import jirei.query.Filters;
import jirei.query.RegionComparison;
import jirei.web.page.Wording;
import jirei.web.page.compare.Comparison.Cell;
import jirei.web.page.compare.Comparison.Group;
import jirei.web.page.compare.Comparison.Head;
import jirei.web.page.compare.Comparison.Row;
import jirei.web.request.ParameterNames;
import jirei.web.request.QueryString;

/** The column of the reader's own municipality, which has figures but is no case. Stateless. */
public final class TownColumn {
    /** The id of the column, which no case can have. */
    static final String ID = "";

    private static final String TITLE = "うちの自治体";

    private TownColumn() {}

    /** Returns {@code cases} with the municipality of {@code town} as the first column. */
    public static Comparison before(Comparison cases, RegionComparison town) {
        RegionFigures region = town.region();
        String name = region.name().isEmpty() ? "入力した数値" : region.name();
        var url = "/like" + new QueryString(parameters(town));
        List<Head> heads = Stream.concat(Stream.of(new Head(ID, name, TITLE, url)), cases.heads().stream())
                .toList();
        return new Comparison(
                heads,
                cases.groups().stream().map(group -> withTown(group, region)).toList());
    }

    /** Returns {@code town} as parameters. */
    static List<QueryString.Parameter> parameters(RegionComparison town) {
        return ParameterNames.like(Filters.NONE.withComparison(town));
    }

    private static Group withTown(Group group, RegionFigures region) {
        return new Group(
                group.label(),
                group.remark(),
                group.rows().stream()
                        .map(row -> new Row(
                                row.label(),
                                Stream.concat(Stream.of(cell(row.label(), region)), row.cells().stream())
                                        .toList()))
                        .toList());
    }

    private static Cell cell(String label, RegionFigures region) {
        Optional<RegionFigure> type = Arrays.stream(RegionFigure.values())
                .filter(figure -> figure.label().equals(label))
                .findFirst();
        if (label.equals(Comparison.REGION)) {
            return Cell.of(region.name());
        }
        return type.flatMap(region::of)
                .map(figure -> cell(type.orElseThrow(), figure))
                .orElse(Cell.of(type.isEmpty() ? "—" : ""));
    }

    private static Cell cell(RegionFigure type, Figure figure) {
        return new Cell(Wording.grouped(figure.value()) + type.unit(), figure.basis(), List.of());
    }
}
