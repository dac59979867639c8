/** Renders what is deployed to Kubernetes, and holds it against the policy, the schemas and the services' own configuration. */
@NullMarked
package org.lingbao.manifests;

import org.jspecify.annotations.NullMarked;
