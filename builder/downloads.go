package builder

import (
	"strings"

	"cairn/internal/lazyregexp"
)

// downloadsFile is the name of downloads in toolsDir.
const downloadsFile = "downloads.cmake"

// downloads is a dependency provider (cmake-commands(7), cmake_language, since CMake
// 3.24): FetchContent_MakeAvailable asks it for everything that is not given by
// FETCHCONTENT_SOURCE_DIR_NAME. What a package of the toolchain can stand for, or lies
// in the source, is left to CMake; a download is refused.
const downloads = `# Written by cairn: a download would be a source that the lock does not know.
function(cairn_refuse_download method name)
	cmake_parse_arguments(PARSE_ARGV 2 arg "" "SOURCE_DIR;GIT_REPOSITORY;GIT_TAG;SVN_REPOSITORY;HG_REPOSITORY" "URL;FIND_PACKAGE_ARGS")
	if(DEFINED arg_FIND_PACKAGE_ARGS OR "FIND_PACKAGE_ARGS" IN_LIST arg_KEYWORDS_MISSING_VALUES OR FETCHCONTENT_TRY_FIND_PACKAGE_MODE STREQUAL "ALWAYS")
		find_package(${name} QUIET BYPASS_PROVIDER ${arg_FIND_PACKAGE_ARGS})
		if(${name}_FOUND)
			return()
		endif()
	endif()
	set(from "${arg_GIT_REPOSITORY}${arg_SVN_REPOSITORY}${arg_HG_REPOSITORY}")
	if(arg_URL)
		list(GET arg_URL 0 from)
	endif()
	if(from STREQUAL "" OR from MATCHES "^(file:|/)" OR IS_DIRECTORY "${arg_SOURCE_DIR}")
		return()
	endif()
	if(arg_GIT_TAG)
		set(from "${from} at ${arg_GIT_TAG}")
	endif()
	message(NOTICE "cairn: refused: download of ${name} from ${from}: it is no source of this build")
	message(FATAL_ERROR "a download during a build")
endfunction()
cmake_language(SET_DEPENDENCY_PROVIDER cairn_refuse_download SUPPORTED_METHODS FETCHCONTENT_MAKEAVAILABLE_SERIAL)
`

// noNetwork is the proxy of builds, a name that there will never be (RFC 6761, section
// 6.4), which is what a download then complains of. There is no network with it or
// without: but a host that cannot be resolved (curl's error 6, CURLE_COULDNT_RESOLVE_HOST)
// may be there a moment later, and CMake asks for it again for 86 seconds, while ninja
// keeps what it says to itself; a proxy that cannot be resolved (5,
// CURLE_COULDNT_RESOLVE_PROXY) it takes for the end of it (ExternalProject/download.cmake.in,
// download_retry_codes). libcurl, so CMake and git, reads it; the loopback is asked directly.
const noNetwork = "http://builds-have-no-network.invalid"

// Download is something that a build tried to fetch.
type Download struct {
	Name string // as the build calls it; empty where it does not
	From string // an address; empty where it was not said
	Tag  string // of a git repository; empty where it was not said
}

// downloadPatterns find downloads in logs; what they catch is named as Download's
// fields are. The first is what downloads says, the others what git and CMake say of
// FetchContent_Populate and ExternalProject.
var downloadPatterns = []*lazyregexp.Regexp{
	lazyregexp.New(`cairn: refused: download of (?P<name>\S+) from (?P<from>\S+?)(?: at (?P<tag>\S+))?: it is no source`),
	lazyregexp.New(`[Cc]ould not find git for (?:clone|fetch) of (?P<name>[\w.+-]+?)(?:-populate)?\.?$`),
	lazyregexp.New(`given source "[^"]*/_deps/(?P<name>[\w.+-]+?)-src`),
	lazyregexp.New(`Cloning into '(?P<name>[\w.+-]+?)(?:-src)?'`),
	lazyregexp.New(`fatal: unable to access '(?P<from>[^']+?)/?'`),
	lazyregexp.New(`error: downloading '(?P<from>[^']+)' failed`),
	lazyregexp.New(`fatal: unable to (?:connect to|look up) (?P<from>\S+)`),
}

// downloadLog notes the downloads that a log tells of.
type downloadLog struct {
	found   *Download
	cloning string // the name in the last "Cloning into"
}

func (d *downloadLog) add(line string) {
	for i, pattern := range downloadPatterns {
		m := pattern.FindStringSubmatch(line)
		if m == nil {
			continue
		}
		var got Download
		for j, group := range pattern.SubexpNames() {
			switch group {
			case "name":
				got.Name = m[j]
			case "from":
				got.From = m[j]
			case "tag":
				got.Tag = m[j]
			}
		}
		switch {
		case i == 3: // only what git says next tells whether it failed
			d.cloning = got.Name
			return
		case got.Name == "":
			got.Name = d.cloning
		}
		if d.found == nil || i == 0 || d.found.From == "" && got.From != "" && strings.EqualFold(d.found.Name, got.Name) {
			d.found = &got
		}
		return
	}
}
