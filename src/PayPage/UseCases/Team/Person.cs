using PayPage.Domain.Team;

namespace PayPage.UseCases.Team;

/// <summary>Who is signed in, proven by the cookie and by a session that has not ended.</summary>
/// <param name="Email">One mailbox; also the name to sign in with.</param>
/// <param name="IsOperator">Whether he stands above all merchants.</param>
internal sealed record Person(UserId Id, SessionId Session, string Name, string Email, bool IsOperator);
