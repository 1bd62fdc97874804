"""
Bringing a repository that was made from the template to a newer release.

Such a repository has no history in common with the template. But its first commit has the very files of a release, by which that release
is known; what the newer one changed since is then put into the repository as git puts in a commit. `content/` stays as it is, and so does what
somebody changed or deleted here. Git undoes it like any commit.
"""
