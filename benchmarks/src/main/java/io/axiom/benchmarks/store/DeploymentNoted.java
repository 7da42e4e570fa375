package io.axiom.benchmarks.store;

/** An event of the usual size: about 230 bytes of JSON. */
public record DeploymentNoted(
        String deploymentId, String environment, String component, String release, int step, String description) {
    static DeploymentNoted number(long n) {
        return new DeploymentNoted(
                "production.shop-agent." + n,
                "production",
                "shop-agent",
                "sha256-6f1ed002ab5595859014ebf0951522d9",
                (int) (n % 12),
                "Shift 25 % of the traffic to the new release and watch it for a minute");
    }
}
