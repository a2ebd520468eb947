package dev.tocsin.dashboard;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** Everybody is who they show to be. */
public class AccessProfile implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(EverybodyIsAdmin.SETTING, "false", "tocsin.dashboard.live.heartbeat", "300ms");
    }
}
