using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using PayPage.Domain;
using PayPage.Domain.Processors;
using PayPage.Domain.Webhooks;

namespace PayPage.Security;

/// <summary>Secrets of processors and of merchants' endpoints lie in the database as ciphertext only, each kind under a purpose of its own.</summary>
internal sealed class DataProtectionVault(IDataProtectionProvider provider) : IProcessorVault, IWebhookVault
{
    private readonly IDataProtector _protector = provider.CreateProtector("PayPage.ProcessorSecrets.v1");
    private readonly IDataProtector _endpoints = provider.CreateProtector("PayPage.WebhookSecrets.v1");

    public byte[] Seal(ProcessorSecrets secrets) => _protector.Protect(JsonSerializer.SerializeToUtf8Bytes(secrets));

    public ProcessorSecrets Unseal(byte[] stored)
    {
        try
        {
            return JsonSerializer.Deserialize<ProcessorSecrets>(_protector.Unprotect(stored)) ?? throw new InvariantException("Sealed secrets were empty.");
        }
        catch (CryptographicException)
        {
            return ProcessorSecrets.Lost;
        }
    }

    public byte[] Seal(WebhookSecrets secrets) => _endpoints.Protect(JsonSerializer.SerializeToUtf8Bytes(secrets));

    WebhookSecrets IWebhookVault.Unseal(byte[] stored) => JsonSerializer.Deserialize<WebhookSecrets>(_endpoints.Unprotect(stored))
        ?? throw new InvariantException("Sealed secrets were empty.");
}
