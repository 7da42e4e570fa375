package io.axiom.version.surface.openapi.schema;

/** Whether null is allowed: {@code nullable}, {@code null} among the types, or a wrapping alternative. */
final class NullabilityRule implements SchemaRule {
    @Override
    public void judge(Site site) {
        NullWrap wrap = site.pair().nullWrap();
        if (wrap != null) {
            boolean harmless = wrap.added() == site.usage().isRequest();
            boolean moreChanged = site.pair().children().getFirst().pair().differs();
            // What is harmless is not worth telling beside what else happened to the wrapped schema.
            if (!harmless || !moreChanged) {
                site.report(wrap.added() ? "became-nullable" : "became-not-nullable", null, null);
            }
            return;
        }
        Types before = Types.of(site.previous());
        Types after = Types.of(site.current());
        if (before.isOnlyNull() || after.isOnlyNull()) {
            return;
        }
        if (!before.isNullable() && after.isNullable() && (after.keyword() || !before.any())) {
            site.report("became-nullable", null, null);
        }
        if (before.isNullable() && !after.isNullable() && (before.keyword() || !after.any())) {
            site.report("became-not-nullable", null, null);
        }
    }
}
