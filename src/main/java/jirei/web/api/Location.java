package jirei.web.api;

import jirei.cases.Prefecture;
import org.jspecify.annotations.Nullable;

/**
 * Where a case took place. Immutable.
 *
 * @param prefecture the full name of the prefecture; null if unknown
 * @param place the place within the prefecture; empty if unknown
 */
public record Location(@Nullable String prefecture, String place) {
    static Location of(@Nullable Prefecture prefecture, String place) {
        return new Location(prefecture == null ? null : prefecture.fullName(), place);
    }
}
