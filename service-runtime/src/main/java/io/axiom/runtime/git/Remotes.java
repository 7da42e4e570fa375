package io.axiom.runtime.git;

import io.axiom.runtime.git.RepositoryLocation.Local;
import io.axiom.runtime.git.RepositoryLocation.Remote;
import java.io.IOException;
import java.io.InputStream;
import java.net.Proxy;
import java.net.URL;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.NetRCCredentialsProvider;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.TransportHttp;
import org.eclipse.jgit.transport.URIish;
import org.eclipse.jgit.transport.http.HttpConnection;
import org.eclipse.jgit.transport.http.JDKHttpConnection;
import org.eclipse.jgit.transport.http.JDKHttpConnectionFactory;

/** Opens connections to remotes: by URL alone, so that no remote's configuration names programs to start. */
public final class Remotes {
    private Remotes() {}

    public static Transport open(Repository repository, RepositoryLocation location, Budget budget) throws IOException {
        URIish url = switch (location) {
            case Remote remote -> remote.url();
            case Local local -> new URIish(local.path().toUri().toURL());
        };
        Transport transport = Transport.open(repository, url);
        transport.setTimeout(budget.idleSeconds());
        transport.setCredentialsProvider(new NetRCCredentialsProvider());
        if (transport instanceof TransportHttp http) {
            http.setHttpConnectionFactory(new BoundedConnections(budget));
        }
        return transport;
    }

    /** So that the list of refs, which comes before the pack, is bounded too. */
    private static final class BoundedConnections extends JDKHttpConnectionFactory {
        private final Budget budget;

        BoundedConnections(Budget budget) {
            this.budget = budget;
        }

        @Override
        public HttpConnection create(URL url) throws IOException {
            return new BoundedConnection(url, Proxy.NO_PROXY, budget);
        }

        @Override
        public HttpConnection create(URL url, Proxy proxy) throws IOException {
            return new BoundedConnection(url, proxy, budget);
        }
    }

    private static final class BoundedConnection extends JDKHttpConnection {
        private final Budget budget;

        BoundedConnection(URL url, Proxy proxy, Budget budget) throws IOException {
            super(url, proxy);
            this.budget = budget;
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return new BoundedStream(super.getInputStream(), budget);
        }
    }
}
