/**
 * What is a case?
 *
 * <p>A {@link jirei.cases.CaseStudy} holds {@link jirei.cases.Section}s and the figures of its region
 * ({@link jirei.cases.RegionFigures}). All types are immutable records and enums that validate their components. Only
 * the bundled list of {@link jirei.cases.Municipality municipalities} is read from a resource.
 *
 * <p>Depends on nothing.
 */
@NullMarked
package jirei.cases;

import org.jspecify.annotations.NullMarked;
