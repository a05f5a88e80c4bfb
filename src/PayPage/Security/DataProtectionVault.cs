using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using PayPage.Domain;
using PayPage.Domain.Processors;

namespace PayPage.Security;

/// <summary>Processor secrets lie in the database as ciphertext only.</summary>
internal sealed class DataProtectionVault(IDataProtectionProvider provider) : IProcessorVault
{
    private readonly IDataProtector _protector = provider.CreateProtector("PayPage.ProcessorSecrets.v1");

    public byte[] Seal(ProcessorSecrets secrets) => _protector.Protect(JsonSerializer.SerializeToUtf8Bytes(secrets));

    public ProcessorSecrets Unseal(byte[] stored) => JsonSerializer.Deserialize<ProcessorSecrets>(_protector.Unprotect(stored))
        ?? throw new InvariantException("Sealed secrets were empty.");
}
