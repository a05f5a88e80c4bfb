using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using PayPage.Domain.Team;

namespace PayPage.Security;

/// <summary>A token is the invitation's id, encrypted and signed by Data Protection. An id is no secret, but only we can make a token of it.</summary>
internal sealed class DataProtectionInvitationTokens(IDataProtectionProvider provider) : IInvitationTokens
{
    private const int IdBytes = 16;

    private readonly IDataProtector _protector = provider.CreateProtector("PayPage.Invitations.Token.v1");

    public string Protect(InvitationId id) => Base64Url.EncodeToString(_protector.Protect(id.Value.ToByteArray()));

    public InvitationId? Read(string token)
    {
        if (!Base64Url.IsValid(token))
        {
            return null;
        }

        var sealedId = Base64Url.DecodeFromChars(token);

        // The decoder forgives padding and white space; one token is written in one way.
        if (Base64Url.EncodeToString(sealedId) != token)
        {
            return null;
        }

        try
        {
            return _protector.Unprotect(sealedId) is { Length: IdBytes } id ? new InvitationId(new Guid(id)) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
