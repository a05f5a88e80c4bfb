using System.Buffers.Text;
using PayPage.Domain;
using PayPage.Domain.Processors;
using PayPage.Sandbox;

namespace PayPage.Hosting;

/// <summary>At the sandbox whoever brings a key has an account, and the key tells what its webhooks are signed with.</summary>
internal sealed class SandboxAccounts(RandomBytes random) : INewAccounts
{
    private const int KeyBytes = 24;

    public ProcessorKind Kind => ProcessorKind.Sandbox;

    public Mode Mode => Mode.Test;

    public ProcessorSecrets NewSecrets()
    {
        var key = $"sk_sandbox_{Base64Url.EncodeToString(random(KeyBytes))}";
        return new ProcessorSecrets(key, [SandboxWebhooks.SecretFor(key)]);
    }
}
