using System.Buffers.Text;
using PayPage.Domain;
using PayPage.Domain.Processors;
using PayPage.Sandbox;

namespace PayPage.Hosting;

/// <summary>At the sandbox whoever brings a key has an account, and the key tells what its webhooks are signed with.</summary>
internal sealed class SandboxAccounts(RandomBytes random) : INewAccounts
{
    private const int KeyBytes = 24;

    public NewAccount ForNewMerchant()
    {
        var key = $"sk_sandbox_{Base64Url.EncodeToString(random(KeyBytes))}";
        return new NewAccount(ProcessorKind.Sandbox, Mode.Test, new ProcessorSecrets(key, [SandboxWebhooks.SecretFor(key)]));
    }
}

/// <summary>With Stripe as the default each merchant connects his own account, in the settings.</summary>
internal sealed class OwnAccounts : INewAccounts
{
    public NewAccount? ForNewMerchant() => null;
}
