namespace PayPage.Domain.Team;

/// <summary>Turns an invitation's id into what stands in its address, and back. Nothing of it is kept: whether it still works, its row says.</summary>
public interface IInvitationTokens
{
    /// <summary>Another token each time; all of them lead to the same invitation.</summary>
    string Protect(InvitationId id);

    /// <returns>Null when the token is not, character for character, one that we made.</returns>
    InvitationId? Read(string token);
}
